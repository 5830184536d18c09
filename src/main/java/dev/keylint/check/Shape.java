package dev.keylint.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// A typed struct of the rule language: what may be read from it and asked of it.
///
/// @param <S> what it shows
public record Shape<S>(String name, List<Field<S>> fields, List<Question<S>> questions) {
  public Shape {
    fields = List.copyOf(fields);
    questions = List.copyOf(questions);
  }

  /// A member; `read` is empty when it is absent.
  public record Field<S>(
      String name, FieldType type, String says, BiFunction<S, Telling, Optional<Result>> read) {}

  /// A member function whose arguments are texts or structs and whose answer is a boolean.
  public record Question<S>(
      String name, List<FieldType> arguments, String says, Answerer<S> answer) {
    public Question {
      arguments = List.copyOf(arguments);
    }
  }

  /// How a question is answered, with all arguments known.
  interface Answerer<S> {
    Result answer(S subject, Arguments arguments, Telling telling);
  }

  Field<S> field(String name) {
    // Rules ask for members all the time.
    for (Field<S> field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    throw new IllegalStateException("no field " + name + " in " + this.name);
  }

  Question<S> question(String name) {
    return questions.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no question " + name + " in " + this.name));
  }
}
