/** Why a record got its decisions, and why it did not get others. */
package dev.certus.explain;
