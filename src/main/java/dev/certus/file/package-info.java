/** How content is told apart. Start at {@link dev.certus.file.Sha256}. */
package dev.certus.file;
