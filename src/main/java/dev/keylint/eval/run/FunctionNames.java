package dev.keylint.eval.run;

import dev.keylint.eval.function.FunctionTable;
import dev.keylint.eval.function.PureFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names of functions as Azure writes them; ARM ignores their case.
public final class FunctionNames {
  private static final Map<String, String> BY_LOWER_CASE = index();

  private FunctionNames() {}

  /// The name as Azure writes it; one that nobody knows stays as it is.
  public static String canonical(String name) {
    String known = BY_LOWER_CASE.get(name.toLowerCase(Locale.ROOT));
    return known != null ? known : name;
  }

  private static Map<String, String> index() {
    List<String> names =
        List.of(
            "and or not if coalesce equals concat format createObject createArray contains",
            "map filter reduce sort toObject groupBy mapValues lambda lambdaVariables",
            "tryGet indexFromEnd tryIndexFromEnd parameters variables copyIndex any fail",
            "resourceGroup subscription tenant managementGroup deployment deployer environment",
            "resourceId subscriptionResourceId tenantResourceId managementGroupResourceId",
            "extensionResourceId reference references providers pickZones toLogicalZone",
            "toLogicalZones toPhysicalZone toPhysicalZones roleDefinitions resourceInfo target",
            "externalInputs extensions invokeResourceMethod listOutputsWithSecureValues",
            "newGuid utcNow readEnvironmentVariable externalInput readEnvVar readCliArg",
            "listKeys listAdminKeys listQueryKeys listAccountSas listServiceSas listSecrets",
            "listCallbackUrl listCredentials listCredential listConnectionStrings listChannelKeys",
            "listApiKeys listKeyVaultKeys listNodes listSyncFunctionTriggerStatus listHostKeys");
    Map<String, String> index = new HashMap<>();
    FunctionTable.all().stream().map(PureFunction::name).forEach(name -> add(index, name));
    names.forEach(line -> List.of(line.split(" ")).forEach(name -> add(index, name)));
    return Map.copyOf(index);
  }

  private static void add(Map<String, String> index, String name) {
    index.put(name.toLowerCase(Locale.ROOT), name);
  }
}
