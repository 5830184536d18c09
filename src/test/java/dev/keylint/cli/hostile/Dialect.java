package dev.keylint.cli.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The two languages, as far as expressions are written differently in them.
enum Dialect {
  BICEP("bicep") {
    @Override
    String variable(String name) {
      return name;
    }

    @Override
    String parameter(String name) {
      return name;
    }

    @Override
    String local(String name) {
      return name;
    }

    @Override
    String lambda(String body, String... names) {
      return "(" + String.join(", ", names) + ") => " + body;
    }

    @Override
    String array(String... items) {
      return "[" + String.join(", ", items) + "]";
    }

    @Override
    String object(String... namesAndValues) {
      List<String> members = new ArrayList<>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        members.add("'${" + namesAndValues[i] + "}': " + namesAndValues[i + 1]);
      }
      return "{ " + String.join(", ", members) + " }";
    }
  },
  ARM("json") {
    @Override
    String variable(String name) {
      return "variables('" + name + "')";
    }

    @Override
    String parameter(String name) {
      return "parameters('" + name + "')";
    }

    @Override
    String local(String name) {
      return "lambdaVariables('" + name + "')";
    }

    @Override
    String lambda(String body, String... names) {
      return Arrays.stream(names)
          .map(name -> "'" + name + "', ")
          .collect(Collectors.joining("", "lambda(", body + ")"));
    }

    @Override
    String array(String... items) {
      return "createArray(" + String.join(", ", items) + ")";
    }

    @Override
    String object(String... namesAndValues) {
      return "createObject(" + String.join(", ", namesAndValues) + ")";
    }
  };

  private final String extension;

  Dialect(String extension) {
    this.extension = extension;
  }

  String file() {
    return "main." + extension;
  }

  abstract String variable(String name);

  abstract String parameter(String name);

  abstract String local(String name);

  abstract String lambda(String body, String... names);

  abstract String array(String... items);

  /// Names are expressions, too.
  abstract String object(String... namesAndValues);
}
