package dev.keylint.lower;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What one file may ask of the others; what it does not get is reported.
public interface Linker {
  /// The template that a module is made of.
  Optional<Template> module(String reference, Location at, Consumer<Diagnostic> report);

  /// What another file lets this one import.
  Optional<Exports> exports(String reference, Location at, Consumer<Diagnostic> report);

  /// The ARM template in a JSON file that was loaded; empty when it is no object.
  Optional<Template> loaded(Source source);

  /// The ARM template that an object in a resource is; empty when it is none.
  Optional<Embedded> embedded(Expr written, Consumer<Diagnostic> report);

  /// The template that is written out in a deployment; empty when it is none.
  ///
  /// @param outer whether its expressions are evaluated in the file around
  Optional<Inline> inline(Expr.ObjectExpr written, boolean outer, Consumer<Diagnostic> report);

  /// The path of the template that a parameter file is for, as messages show it.
  Optional<String> template(String reference, Location at, Consumer<Diagnostic> report);

  /// The parameter file that this one extends.
  Optional<ParameterFile> base(String reference, Location at, Consumer<Diagnostic> report);

  /// The value of an environment variable that a Bicep parameter file reads, or what stands for it
  /// where it is there for certain; empty when nobody gives it one.
  Optional<Expr> environment(String name, Location at);

  /// A file to be loaded, by a path relative to this one.
  Lookup<WorkspaceFile> file(String path, Location at);

  /// Paths relative to this file of all files directly in a folder, in order.
  Lookup<List<String>> files(String folder, Location at);

  /// The content of a file; without an encoding its byte order mark decides.
  Lookup<Expr> content(WorkspaceFile file, LoadForm form, Optional<Charset> charset);
}
