/** The reference manual of a policy pack. */
package dev.certus.reference;
