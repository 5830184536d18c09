package dev.keylint.bicep;

import static dev.keylint.bicep.OfficialNames.all;
import static dev.keylint.bicep.OfficialNames.named;

import dev.keylint.bicep.OfficialNames.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The compiler's names of declarations.
final class OfficialDeclarations {
  private OfficialDeclarations() {}

  static Named of(Declaration node) {
    return switch (node) {
      case Skipped it -> OfficialNames.of((Syntax) it);
      case Declaration.TargetScope it ->
          plain("TargetScopeSyntax", it, it.decorators(), it.value());
      case Declaration.Metadata it ->
          plain("MetadataDeclarationSyntax", it, it.decorators(), it.name(), it.value());
      case Declaration.Type it ->
          plain("TypeDeclarationSyntax", it, it.decorators(), it.name(), it.value());
      case Declaration.Parameter it ->
          optional(
              "ParameterDeclarationSyntax",
              it,
              it.decorators(),
              List.of(it.name(), it.type()),
              it.defaultValue());
      case Declaration.Variable it -> {
        var parts = new ArrayList<Syntax>(List.of(it.name()));
        it.type().ifPresent(parts::add);
        parts.add(it.value());
        yield named("VariableDeclarationSyntax", it, all(it.decorators(), parts));
      }
      case Declaration.Function it ->
          plain("FunctionDeclarationSyntax", it, it.decorators(), it.name(), it.body());
      case Declaration.Resource it ->
          plain("ResourceDeclarationSyntax", it, it.decorators(), it.name(), it.type(), it.value());
      case Declaration.Output it ->
          plain("OutputDeclarationSyntax", it, it.decorators(), it.name(), it.type(), it.value());
      case Declaration.Module it ->
          plain("ModuleDeclarationSyntax", it, it.decorators(), it.name(), it.path(), it.value());
      case Declaration.Test it ->
          plain("TestDeclarationSyntax", it, it.decorators(), it.name(), it.path(), it.value());
      case Declaration.Assert it ->
          plain("AssertDeclarationSyntax", it, it.decorators(), it.name(), it.value());
      case Declaration.Extension it -> {
        var parts = new ArrayList<Syntax>(List.of(it.specification()));
        it.with().ifPresent(parts::add);
        it.alias().ifPresent(parts::add);
        yield named("ExtensionDeclarationSyntax", it, all(it.decorators(), parts));
      }
      case Declaration.CompileTimeImport it ->
          optional(
              "CompileTimeImportDeclarationSyntax",
              it,
              it.decorators(),
              List.of(it.names()),
              it.from());
      case Declaration.Using it ->
          optional("UsingDeclarationSyntax", it, it.decorators(), List.of(it.path()), it.with());
      case Declaration.Extends it ->
          plain("ExtendsDeclarationSyntax", it, it.decorators(), it.path());
      case Declaration.ParameterAssignment it ->
          plain("ParameterAssignmentSyntax", it, it.decorators(), it.name(), it.value());
      case Declaration.ExtensionConfigAssignment it ->
          optional(
              "ExtensionConfigAssignmentSyntax",
              it,
              it.decorators(),
              List.of(it.alias()),
              it.with());
      case Declaration.Missing it -> plain("MissingDeclarationSyntax", it, it.decorators());
    };
  }

  private static Named plain(
      String name, Syntax node, List<Decorator> decorators, Syntax... parts) {
    return named(name, node, all(decorators, Arrays.asList(parts)));
  }

  private static Named optional(
      String name,
      Syntax node,
      List<Decorator> decorators,
      List<? extends Syntax> parts,
      Optional<? extends Syntax> last) {
    var all = new ArrayList<Syntax>(parts);
    last.ifPresent(all::add);
    return named(name, node, all(decorators, all));
  }
}
