namespace OrderCheck.Core.Knowledge;

/// <summary>Several words in one text, as a reader sees them: 职工、居民.</summary>
internal static class Words
{
    public const char Separator = '、';

    public static string[] Split(string? text) => string.IsNullOrEmpty(text) ? [] : text.Split(Separator);
}
