/**
 * Random candidates in the shape of real ones, for tries and measurements. Start at {@link
 * dev.certus.population.Population}.
 */
package dev.certus.population;
