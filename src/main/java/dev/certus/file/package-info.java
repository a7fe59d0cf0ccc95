/**
 * Files as the program reads and writes them: written aside until complete, locked, hashed,
 * compressed. Start at {@link dev.certus.file.PartFile}.
 */
package dev.certus.file;
