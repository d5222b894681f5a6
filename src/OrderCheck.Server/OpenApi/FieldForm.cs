namespace OrderCheck.Server.OpenApi;

/// <summary>What holds for a field beyond its type.</summary>
/// <param name="Required">A request without it is refused.</param>
/// <param name="Decimals">It is a decimal text with at most so many decimals; null if it is none.</param>
/// <param name="Pattern">Of another text; null if any is allowed.</param>
internal sealed record FieldForm(bool Required = false, int? Decimals = null, string? Pattern = null)
{
    /// <summary>Of a text as JSON Schema has it, anchored; null if any text is allowed. What is not required may be empty.</summary>
    public string? FullPattern => (Decimals is { } n ? $@"-?\d{{1,12}}(\.\d{{1,{n}}})?" : Pattern) switch
    {
        null => null,
        var text => Required ? $"^{text}$" : $"^({text})?$",
    };
}
