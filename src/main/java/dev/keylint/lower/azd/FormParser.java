package dev.keylint.lower.azd;

import dev.keylint.lower.azd.FormScanner.Accepting;
import dev.keylint.lower.azd.FormScanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses texts with `${…}` as azd's library does; empty where that refuses them.
final class FormParser {
  /// Defaults in defaults that are still read; people write two.
  private static final int MAX_DEPTH = 100;

  private static final Accepting ANY = (_, _) -> true;
  private static final Accepting NAME =
      (point, _) ->
          Character.isLetter(point)
              || Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER
              || point == '_';
  private static final Accepting NOT_CLOSING = (point, _) -> point != '}';
  private static final Accepting NOT_SLASH = (point, _) -> point != '/';

  private final FormScanner scanner;
  private int depth;

  private FormParser(String text) {
    this.scanner = new FormScanner(text);
  }

  static Optional<List<Form>> parse(String text) {
    return new FormParser(text).all();
  }

  private Optional<List<Form>> all() {
    List<Form> forms = new ArrayList<>();
    while (true) {
      switch (scanner.scan(ANY, FormScanner.IDENT | FormScanner.OPEN | FormScanner.ESCAPE)) {
        case IDENT -> forms.add(new Form.Text(scanner.token()));
        case OPEN -> {
          Optional<Form> form = form();
          if (form.isEmpty()) {
            return Optional.empty();
          }
          forms.add(form.orElseThrow());
        }
        case END -> {
          return Optional.of(forms);
        }
        case CLOSE, ILLEGAL -> {
          return Optional.empty();
        }
      }
    }
  }

  private Optional<Form> form() {
    if (++depth > MAX_DEPTH) {
      return Optional.empty();
    }
    try {
      return scanner.peek() == '#' ? length() : named();
    } finally {
      depth--;
    }
  }

  private Optional<Form> named() {
    Optional<String> name = identifier(NAME);
    return name.flatMap(it ->
        switch (scanner.peek()) {
          case ':' -> "=-?+".indexOf(scanner.peekSecond()) >= 0 ? withDefault(it) : substring(it);
          case '=' -> withDefault(it);
          case ',', '^' -> casing(it);
          case '/' -> replacement(it);
          case '#' -> removal(it, '#');
          case '%' -> removal(it, '%');
          default -> closed(it, "", List.of());
        });
  }

  /// `${#NAME}`.
  private Optional<Form> length() {
    return identifier((point, index) -> point == '#' && index == 1)
        .flatMap(operator -> identifier(NAME).flatMap(name -> closed(name, operator, List.of())));
  }

  /// `${NAME=d}` and its spellings; the default is a row of texts and further forms.
  private Optional<Form> withDefault(String name) {
    Accepting operators =
        scanner.peek() == '='
            ? (point, index) -> index == 1 && point == '='
            : (point, index) ->
                (index == 1 && point == ':') || (index == 2 && "=-?+".indexOf(point) >= 0);
    Optional<String> operator = identifier(operators);
    List<Form> arguments = new ArrayList<>();
    while (operator.isPresent() && scanner.peek() != '}') {
      Optional<Form> argument = argument(NOT_CLOSING, FormScanner.IDENT);
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(argument.orElseThrow());
    }
    return operator.flatMap(it -> closed(name, it, arguments));
  }

  /// `${NAME:offset}` and `${NAME:offset:length}`.
  private Optional<Form> substring(String name) {
    Optional<String> operator = identifier((point, index) -> index == 1 && point == ':');
    Optional<Form> offset =
        operator.flatMap(
            _ -> argument((point, _) -> point != ':' && point != '}', FormScanner.IDENT));
    if (offset.isEmpty()) {
      return Optional.empty();
    }
    Form first = offset.orElseThrow();
    return switch (scanner.scan(
        (point, _) -> point == ':', FormScanner.IDENT | FormScanner.CLOSE)) {
      case CLOSE -> Optional.of(new Form.Variable(name, ":", List.of(first)));
      case IDENT ->
          argument(NOT_CLOSING, FormScanner.IDENT)
              .flatMap(length -> closed(name, ":", List.of(first, length)));
      case OPEN, END, ILLEGAL -> Optional.empty();
    };
  }

  /// `${NAME#p}`, `${NAME##p}`, `${NAME%p}`, `${NAME%%p}`.
  private Optional<Form> removal(String name, char mark) {
    return identifier((point, index) -> point == mark && index < 3)
        .flatMap(operator ->
            argument(NOT_CLOSING, FormScanner.IDENT)
                .flatMap(pattern -> closed(name, operator, List.of(pattern))));
  }

  /// `${NAME/a/b}`, `${NAME//a/b}`, `${NAME/#a/b}`, `${NAME/%a/b}`.
  private Optional<Form> replacement(String name) {
    Optional<String> operator =
        identifier((point, index) ->
            (index == 1 && point == '/') || (index == 2 && "/#%".indexOf(point) >= 0));
    int modes = FormScanner.IDENT | FormScanner.ESCAPE;
    Optional<Form> pattern = operator.flatMap(_ -> argument(NOT_SLASH, modes));
    if (pattern.isEmpty() || identifier((point, _) -> point == '/').isEmpty()) {
      return Optional.empty();
    }
    String found = operator.orElseThrow();
    Form first = pattern.orElseThrow();
    return scanner.peek() == '}'
        ? closed(name, found, List.of(first))
        : argument(NOT_CLOSING, modes)
            .flatMap(replacement -> closed(name, found, List.of(first, replacement)));
  }

  /// `${NAME^}`, `${NAME^^}`, `${NAME,}`, `${NAME,,}`.
  private Optional<Form> casing(String name) {
    return identifier((point, index) -> (point == ',' || point == '^') && index < 3)
        .flatMap(operator -> closed(name, operator, List.of()));
  }

  private Optional<Form> argument(Accepting accepting, int modes) {
    return switch (scanner.scan(accepting, modes | FormScanner.OPEN)) {
      case OPEN -> form();
      case IDENT -> Optional.of(new Form.Text(scanner.token()));
      case CLOSE, END, ILLEGAL -> Optional.empty();
    };
  }

  private Optional<String> identifier(Accepting accepting) {
    return scanner.scan(accepting, FormScanner.IDENT) == Token.IDENT
        ? Optional.of(scanner.token())
        : Optional.empty();
  }

  private Optional<Form> closed(String name, String operator, List<Form> arguments) {
    return scanner.closes()
        ? Optional.of(new Form.Variable(name, operator, arguments))
        : Optional.empty();
  }
}
