/**
 * Records and decisions in tables: CSV and Parquet files and PostgreSQL. Records begin at {@link
 * dev.certus.table.TableSource}.
 */
package dev.certus.table;
