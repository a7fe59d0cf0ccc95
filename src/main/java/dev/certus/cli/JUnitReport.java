package dev.certus.cli;

import dev.certus.scenario.ScenarioResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes results of scenarios in the XML that build servers read from JUnit. */
final class JUnitReport {

  private JUnitReport() {}

  static void write(Path file, List<ScenarioResult> results) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "certus scenarios");
      xml.writeAttribute("tests", String.valueOf(results.size()));
      xml.writeAttribute(
          "failures", String.valueOf(results.stream().filter(r -> !r.passed()).count()));
      for (ScenarioResult result : results) {
        write(xml, result);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void write(XMLStreamWriter xml, ScenarioResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", result.scenario().at().file());
    xml.writeAttribute("name", result.scenario().name());
    if (!result.passed()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", String.valueOf(result.scenario().at()));
      xml.writeCharacters(result.failure() == null ? mismatches(result) : result.failure());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String mismatches(ScenarioResult result) {
    return result.mismatches().stream()
        .map(m -> "%s: expected %s, given %s".formatted(m.cause(), m.expected(), m.given()))
        .collect(Collectors.joining("\n"));
  }
}
