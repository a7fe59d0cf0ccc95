/**
 * Records and decisions as rows of tables, whatever holds the tables. Start at {@link
 * dev.certus.table.TableSource}.
 */
package dev.certus.table;
