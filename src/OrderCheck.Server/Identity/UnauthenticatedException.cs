namespace OrderCheck.Server.Identity;

/// <summary>It is not known who calls.</summary>
/// <param name="message">English; never repeats a key.</param>
public sealed class UnauthenticatedException(string message) : Exception(message);
