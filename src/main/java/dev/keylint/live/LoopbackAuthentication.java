package dev.keylint.live;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;

/// Sends the token to an emulator on this machine, over http.
final class LoopbackAuthentication extends HttpPipelineSyncPolicy {
  private final TokenCredential credential;
  private final TokenRequestContext scope;

  LoopbackAuthentication(TokenCredential credential, String scope) {
    this.credential = credential;
    this.scope = new TokenRequestContext().addScopes(scope);
  }

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext call) {
    AccessToken token = credential.getTokenSync(scope);
    call.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token.getToken());
  }
}
