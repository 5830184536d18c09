package dev.keylint.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryAddressTest {

  @ParameterizedTest
  @CsvSource({
    "mcr.microsoft.com, https",
    "localhost, http",
    "LOCALHOST:5000, http",
    "127.0.0.1:5000, http",
    "127.9.9.9, http",
    "[::1]:5000, http",
    "127.0.0.1.evil.example, https",
    "localhost.evil.example, https",
    "10.0.0.1:5000, https",
  })
  void onlyThisMachineIsAskedOverHttp(String host, String scheme) throws RestoreFailed {
    assertThat(new RegistryAddress(host).api("m/manifests/1"))
        .isEqualTo(URI.create(scheme + "://" + host + "/v2/m/manifests/1"));
  }

  @ParameterizedTest
  @CsvSource({
    "mcr.microsoft.com, https://store.example/blob, true",
    "mcr.microsoft.com, http://store.example/blob, false",
    "mcr.microsoft.com, https://localhost/blob, false",
    "mcr.microsoft.com, http://127.0.0.1:1/blob, false",
    "mcr.microsoft.com, https://[::1]/blob, false",
    "mcr.microsoft.com, https://user@store.example/blob, false",
    "mcr.microsoft.com, file:///etc/passwd, false",
    "mcr.microsoft.com, https:blob, false",
    "localhost:5000, http://127.0.0.1:1/blob, true",
    "localhost:5000, http://store.example/blob, false",
    "localhost:5000, https://store.example/blob, true",
  })
  void aRegistryElsewhereMayNotSendUsToThisMachine(String host, String target, boolean allowed) {
    assertThat(new RegistryAddress(host).allowed(URI.create(target)).isPresent())
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x, https://A.example:443/y, true",
    "https://a.example/x, http://a.example/x, false",
    "https://a.example/x, https://b.a.example/x, false",
    "http://localhost:1/, http://localhost:2/, false",
  })
  void aServerIsSchemeHostAndPort(String one, String other, boolean same) {
    assertThat(RegistryAddress.sameServer(URI.create(one), URI.create(other))).isEqualTo(same);
  }
}
