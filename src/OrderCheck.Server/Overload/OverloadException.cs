namespace OrderCheck.Server.Overload;

/// <summary>More calls wait than this process can work on: the call was turned away before anything was done.</summary>
public sealed class OverloadException() : Exception("OrderCheck has more calls waiting than it can work on; nothing was written. Send the same request again later.");
