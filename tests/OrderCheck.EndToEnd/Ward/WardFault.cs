namespace OrderCheck.EndToEnd.Ward;

/// <summary>A history that cannot be read, or did not go as it says; Chinese, for the officer who keeps the ward.</summary>
internal sealed class WardFault(string message) : Exception(message);
