namespace OrderCheck.Server.Health;

/// <summary>The service is not ready yet: hospitals and rules are still being loaded. The same call may be sent again soon.</summary>
public sealed class StartingException() : Exception("OrderCheck is starting; GET /health/ready says when it is done.");
