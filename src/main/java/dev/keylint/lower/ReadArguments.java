package dev.keylint.lower;

import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The values given to a template's parameters, of which perhaps not all could be read.
///
/// @param unread what stands for those that could not be read
public record ReadArguments(List<Argument> read, Optional<Expr> unread) {
  public ReadArguments {
    read = List.copyOf(read);
  }

  /// Arguments that are all there are.
  public static ReadArguments all(List<Argument> read) {
    return new ReadArguments(read, Optional.empty());
  }

  /// The arguments of a deployment of this content.
  public List<Argument> of(Content content) {
    return switch (content) {
      case Content.Inner(Template template) -> of(template);
      case Content.StandIn(Template template, _) -> of(template);
      case Content.Published _, Content.Outer _, Content.Missing _, Content.Unread _ -> read;
    };
  }

  /// The arguments for a template: where not all could be read, any parameter that is not among
  /// those that were read may be given, so that its default says nothing.
  public List<Argument> of(Template template) {
    if (unread.isEmpty()) {
      return read;
    }
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    read.forEach(argument -> names.add(argument.name()));
    List<Argument> all = new ArrayList<>(read);
    for (Parameter parameter : template.parameters()) {
      if (!names.contains(parameter.name())) {
        Expr value = named(parameter.name(), unread.orElseThrow());
        all.add(new Argument(parameter.name(), value, value.at()));
      }
    }
    return all;
  }

  /// Each parameter is an unknown value of its own.
  private static Expr named(String parameter, Expr unread) {
    return unread instanceof Expr.Unsupported(String construct, var at)
        ? new Expr.Unsupported("the value of " + parameter + ", in " + construct, at)
        : unread;
  }
}
