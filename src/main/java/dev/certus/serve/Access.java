package dev.certus.serve;

import dev.certus.file.Sha256;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may ask, by tokens: those of a file, which keeps their hashes alone, and those of an OpenID
 * Connect issuer.
 */
public final class Access {

  /** Someone, by the hash of a token. */
  private record Known(String hash, Person person) {}

  private final List<Known> people;
  private final Issuer issuer; // null for none

  private Access(List<Known> people, Issuer issuer) {
    this.people = people;
    this.issuer = issuer;
  }

  /**
   * Reads a file of people, and asks the issuer that it names for its keys.
   *
   * @throws PackException where the file is not of the form that docs/operate/service.md describes
   * @throws IOException where the file cannot be read, or the issuer cannot be asked
   */
  public static Access read(Path file) throws IOException {
    Fields fields = new Fields(Yaml.parse(file.toString(), Files.readString(file)));
    List<Known> people = new ArrayList<>();
    Yaml listed = fields.optional("people");
    if (listed != null) {
      listed.list().forEach(item -> people.add(known(new Fields(item))));
    }
    Yaml issuer = fields.optional("issuer");
    fields.done();
    if (people.isEmpty() && issuer == null) {
      throw new PackException(
          Location.of(file.toString()),
          "the file names nobody",
          "list `people`, or name an `issuer`");
    }
    return new Access(people, issuer == null ? null : Issuer.read(new Fields(issuer)));
  }

  private static Known known(Fields fields) {
    Yaml hash = fields.required("sha256");
    if (!hash.text().matches("[0-9a-f]{64}")) {
      throw hash.problem(
          "this is no SHA-256 hash", "write the hash of the token: 64 digits from 0 to f");
    }
    Person person =
        new Person(fields.text("name"), fields.oneOf("role", List.of(Role.values()), Role::word));
    fields.done();
    return new Known(hash.text(), person);
  }

  /** Who has a token; null where nobody has it. */
  Person of(String token) {
    byte[] hash = ascii(Sha256.hex(token.getBytes(StandardCharsets.UTF_8)));
    Person found = null;
    for (Known known : people) { // all, so that the time says nothing
      found = MessageDigest.isEqual(ascii(known.hash()), hash) ? known.person() : found;
    }
    return found == null && issuer != null ? issuer.of(token) : found;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
