namespace OrderCheck.Core.Rules.Differences;

/// <summary>One field of a rule or row that has another value.</summary>
/// <param name="Field">As the file names it, "max_age".</param>
/// <param name="Label">Chinese, "最大年龄"; where there is none the field's name.</param>
/// <param name="Before">"" where there was nothing.</param>
/// <param name="After">"" where there is nothing now.</param>
public sealed record FieldChange(string Field, string Label, string Before, string After);
