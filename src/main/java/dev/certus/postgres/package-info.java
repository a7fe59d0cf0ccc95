/**
 * Records and decisions in tables of PostgreSQL. Start at {@link
 * dev.certus.postgres.PostgresTables} and {@link dev.certus.postgres.PostgresSink}.
 */
package dev.certus.postgres;
