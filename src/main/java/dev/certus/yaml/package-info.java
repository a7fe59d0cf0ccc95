/**
 * YAML documents whose nodes know their place. Start at {@link dev.certus.yaml.Yaml} and {@link
 * dev.certus.yaml.Fields}.
 */
package dev.certus.yaml;
