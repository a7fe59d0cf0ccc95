/**
 * Random candidates in the shape of real ones, for trials and measurements. Start at {@link
 * dev.certus.population.Population}.
 */
package dev.certus.population;
