/** How content is told apart. Start at {@link dev.certus.hash.Sha256}. */
package dev.certus.hash;
