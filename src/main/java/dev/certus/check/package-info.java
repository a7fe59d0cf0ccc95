/**
 * What can be known of a pack without any data: whether it is sound. Start at {@link
 * dev.certus.check.PackCheck}.
 */
package dev.certus.check;
