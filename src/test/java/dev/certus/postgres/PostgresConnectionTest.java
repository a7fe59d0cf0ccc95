package dev.certus.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.table.SqlName;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresConnectionTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://ann@db.example:5432/exams, postgresql://ann@db.example:5432/exams",
    "postgres://ann:s3cret@db.example/exams, postgresql://ann@db.example/exams",
    "postgres://ann:s3@cret@db.example/exams, postgresql://ann@db.example/exams",
    "jdbc:postgresql://db.example/exams?password=s3cret, postgresql://db.example/exams",
    "postgresql://db/x?sslmode=require&sslpassword=s3cret, postgresql://db/x?sslmode=require",
    "postgresql://one:1/x, postgresql://one:1/x",
    "postgresql:///x, postgresql:///x",
  })
  void isNamedByItsUrlWithoutSecrets(String url, String name) throws IOException {
    assertThat(PostgresConnection.isUrl(url)).isTrue();
    assertThat(PostgresConnection.of(url).name()).isEqualTo(name);
  }

  @Test
  void showsNoSecretOfAUrlThatCannotBeRead() {
    assertThatThrownBy(() -> PostgresConnection.of("postgresql://ann:s3c/ret@db/x"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be read")
        .hasMessageNotContaining("ret@");
  }

  @Test
  void saysWhatToDoWhereNobodyAnswers() throws IOException {
    PostgresConnection nobody = PostgresConnection.of("postgresql://ann:s3cret@127.0.0.1:1/x");

    assertThatThrownBy(nobody::open)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("postgresql://ann@127.0.0.1:1/x: ")
        .hasMessageContaining("help: does the server run")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void quotesNames() {
    assertThat(SqlName.quoted("a\"; DROP TABLE x; --")).isEqualTo("\"a\"\"; DROP TABLE x; --\"");
  }
}
