/**
 * A candidate's decisions from the first fact to the last change, drawn. Start at {@link
 * dev.certus.timeline.Timeline}.
 */
package dev.certus.timeline;
