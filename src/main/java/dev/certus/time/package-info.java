/**
 * Points and days of time that know their zone. Start at {@link dev.certus.time.Moment} and {@link
 * dev.certus.time.Day}.
 */
package dev.certus.time;
