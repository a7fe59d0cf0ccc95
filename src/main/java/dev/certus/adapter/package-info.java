/**
 * Finds the source or sink for a path or URL. Start at {@link dev.certus.adapter.Sources} and
 * {@link dev.certus.adapter.Sinks}.
 */
package dev.certus.adapter;
