package dev.keylint.bicep;

import static dev.keylint.bicep.OfficialNames.all;

import dev.keylint.bicep.Declaration.Assert;
import dev.keylint.bicep.Declaration.CompileTimeImport;
import dev.keylint.bicep.Declaration.Extends;
import dev.keylint.bicep.Declaration.Extension;
import dev.keylint.bicep.Declaration.ExtensionConfigAssignment;
import dev.keylint.bicep.Declaration.Function;
import dev.keylint.bicep.Declaration.Metadata;
import dev.keylint.bicep.Declaration.Missing;
import dev.keylint.bicep.Declaration.Module;
import dev.keylint.bicep.Declaration.Output;
import dev.keylint.bicep.Declaration.Parameter;
import dev.keylint.bicep.Declaration.ParameterAssignment;
import dev.keylint.bicep.Declaration.Resource;
import dev.keylint.bicep.Declaration.TargetScope;
import dev.keylint.bicep.Declaration.Test;
import dev.keylint.bicep.Declaration.Using;
import dev.keylint.bicep.Declaration.Variable;
import dev.keylint.bicep.OfficialNames.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The compiler's names and children of declarations.
final class OfficialDeclarations {
  private OfficialDeclarations() {}

  static String name(Declaration node) {
    return switch (node) {
      case Skipped _ -> "SkippedTriviaSyntax";
      case TargetScope _ -> "TargetScopeSyntax";
      case Metadata _ -> "MetadataDeclarationSyntax";
      case Declaration.Type _ -> "TypeDeclarationSyntax";
      case Parameter _ -> "ParameterDeclarationSyntax";
      case Variable _ -> "VariableDeclarationSyntax";
      case Function _ -> "FunctionDeclarationSyntax";
      case Resource _ -> "ResourceDeclarationSyntax";
      case Output _ -> "OutputDeclarationSyntax";
      case Module _ -> "ModuleDeclarationSyntax";
      case Test _ -> "TestDeclarationSyntax";
      case Assert _ -> "AssertDeclarationSyntax";
      case Extension _ -> "ExtensionDeclarationSyntax";
      case CompileTimeImport _ -> "CompileTimeImportDeclarationSyntax";
      case Using _ -> "UsingDeclarationSyntax";
      case Extends _ -> "ExtendsDeclarationSyntax";
      case ParameterAssignment _ -> "ParameterAssignmentSyntax";
      case ExtensionConfigAssignment _ -> "ExtensionConfigAssignmentSyntax";
      case Missing _ -> "MissingDeclarationSyntax";
    };
  }

  static List<Named> children(Declaration node) {
    return switch (node) {
      case Skipped it -> all(it.parts());
      case TargetScope it -> parts(it.decorators(), it.value());
      case Metadata it -> parts(it.decorators(), it.name(), it.value());
      case Declaration.Type it -> parts(it.decorators(), it.name(), it.value());
      case Parameter it -> parts(it.decorators(), it.name(), it.type(), it.defaultValue());
      case Variable it -> parts(it.decorators(), it.name(), it.type(), it.value());
      case Function it -> parts(it.decorators(), it.name(), it.body());
      case Resource it -> parts(it.decorators(), it.name(), it.type(), it.value());
      case Output it -> parts(it.decorators(), it.name(), it.type(), it.value());
      case Module it -> parts(it.decorators(), it.name(), it.path(), it.value());
      case Test it -> parts(it.decorators(), it.name(), it.path(), it.value());
      case Assert it -> parts(it.decorators(), it.name(), it.value());
      case Extension it -> parts(it.decorators(), it.specification(), it.with(), it.alias());
      case CompileTimeImport it -> parts(it.decorators(), it.names(), it.from());
      case Using it -> parts(it.decorators(), it.path(), it.with());
      case Extends it -> parts(it.decorators(), it.path());
      case ParameterAssignment it -> parts(it.decorators(), it.name(), it.value());
      case ExtensionConfigAssignment it -> parts(it.decorators(), it.alias(), it.with());
      case Missing it -> all(it.decorators());
    };
  }

  /// Decorators and what follows them: nodes, or nodes that may be absent.
  private static List<Named> parts(List<Decorator> decorators, Object... parts) {
    Stream<Syntax> present =
        Stream.of(parts)
            .flatMap(part -> part instanceof Optional<?> maybe ? maybe.stream() : Stream.of(part))
            .map(Syntax.class::cast);
    return all(Stream.concat(decorators.stream(), present).toList());
  }
}
