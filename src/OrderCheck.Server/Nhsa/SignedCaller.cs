namespace OrderCheck.Server.Nhsa;

/// <summary>A HIS that signs its calls.</summary>
internal sealed record SignedCaller(string Hospital, string Secret)
{
    /// <summary>Without the secret: it must not slip into a log.</summary>
    public override string ToString() => Hospital;
}
