namespace OrderCheck.Client;

/// <summary>One field of a request that the service refused.</summary>
public sealed class FieldViolation
{
    internal FieldViolation(string field, string description) => (Field, Description) = (field, description);

    /// <summary>Where: "charges[3].unit_price".</summary>
    public string Field { get; }

    /// <summary>The value and what is allowed, in English. It may quote what was sent: not for a log.</summary>
    public string Description { get; }

    public override string ToString() => $"{Field}: {Description}";
}
