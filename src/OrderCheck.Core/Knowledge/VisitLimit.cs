namespace OrderCheck.Core.Knowledge;

/// <summary>The item is for some kinds of visit only: 住院, 门诊, 急诊, 互联网.</summary>
public sealed class VisitLimit : KnowledgeRow
{
    private readonly string[] _allowed = [];
    private readonly string[] _denied = [];

    /// <summary>Several are separated by 、; null: every kind that is not denied.</summary>
    public string? AllowedModes
    {
        get;
        init
        {
            field = value;
            _allowed = Words.Split(value);
        }
    }

    public string? DeniedModes
    {
        get;
        init
        {
            field = value;
            _denied = Words.Split(value);
        }
    }

    /// <summary>As a reader says it: "限住院使用", "不得用于互联网".</summary>
    public string Range => (AllowedModes, DeniedModes) switch
    {
        ({ } allowed, null) => $"限{allowed}使用",
        (null, { } denied) => $"不得用于{denied}",
        _ => $"限{AllowedModes}使用，不得用于{DeniedModes}",
    };

    internal override string Sameness => $"{AllowedModes}|{DeniedModes}";

    /// <summary>Whether the item may be used in such a visit.</summary>
    public bool Allows(string mode) => (_allowed.Length == 0 || _allowed.Contains(mode)) && !_denied.Contains(mode);
}
