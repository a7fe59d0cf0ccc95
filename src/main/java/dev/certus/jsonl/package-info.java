/**
 * Records in JSON Lines from files and streams, and decisions to files and streams. Start at {@link
 * dev.certus.jsonl.LineSource} and {@link dev.certus.jsonl.FileSink}.
 */
package dev.certus.jsonl;
