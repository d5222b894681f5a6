namespace OrderCheck.Core.Knowledge;

/// <summary>One coded row of knowledge (知识点), typed by kind: what rule text calls <c>limit</c>.</summary>
public abstract class KnowledgeRow
{
    /// <summary>A catalogue code, or a prefix of codes without its '*'; "" where the kind is of the encounter.</summary>
    public string ItemCode { get; internal set; } = "";

    /// <summary>The row is for every item whose code begins with <see cref="ItemCode"/>.</summary>
    public bool IsPrefix { get; internal set; }

    /// <summary>The row is for every line, whatever its item.</summary>
    internal bool IsOfEveryItem => IsPrefix && ItemCode.Length == 0;

    public string ItemName
    {
        get => Texts.ItemName ?? "";
        internal set => Texts.ItemName = value;
    }

    /// <summary>First day in force; null: always was.</summary>
    public DateOnly? EffectiveFrom { get; internal set; }

    /// <summary>Last day in force; null: open.</summary>
    public DateOnly? EffectiveTo { get; internal set; }

    /// <summary>NHSA's code of the rule that the point was published under, "GZ10000301004000".</summary>
    public string? OfficialRuleCode
    {
        get => Texts.OfficialRuleCode;
        internal set => Texts.OfficialRuleCode = value;
    }

    /// <summary>NHSA's name of that rule, "药品区分性别使用".</summary>
    public string? OfficialRuleName
    {
        get => Texts.OfficialRuleName;
        internal set => Texts.OfficialRuleName = value;
    }

    /// <summary>The official sentence of the limit.</summary>
    public string? OfficialText
    {
        get => Texts.OfficialText;
        internal set => Texts.OfficialText = value;
    }

    /// <summary>The batch of NHSA's publication.</summary>
    public string? Batch
    {
        get => Texts.Batch;
        internal set => Texts.Batch = value;
    }

    /// <summary>The published point that the row comes from.</summary>
    public string? PointId
    {
        get => Texts.PointId;
        internal set => Texts.PointId = value;
    }

    /// <summary>Document that the row is taken from.</summary>
    public string? Source
    {
        get => Texts.Source;
        internal set => Texts.Source = value;
    }

    /// <summary>What the row's source says in words: its name for the item, and where the limit comes from.</summary>
    internal RowTexts Texts { get; set; } = new();

    public bool InForce(DateOnly day) =>
        (EffectiveFrom is not { } from || day >= from) && (EffectiveTo is not { } to || day <= to);

    /// <summary>The same limit on another item on other days.</summary>
    internal KnowledgeRow CopyFor(string itemCode, RowTexts texts, (DateOnly? From, DateOnly? To) days)
    {
        var copy = (KnowledgeRow)MemberwiseClone();
        (copy.ItemCode, copy.Texts) = (itemCode, texts);
        (copy.EffectiveFrom, copy.EffectiveTo) = days;
        return copy;
    }

    /// <summary>Other items that the row is for too: codes, or prefixes with their '*'.</summary>
    internal virtual IReadOnlyList<string> SharedWith => [];

    /// <summary>Whether the row is for that item: its own, one that a prefix or kind names, or one that shares the row.</summary>
    internal virtual bool IsFor(string code)
    {
        if (IsPrefix ? code.StartsWith(ItemCode, StringComparison.Ordinal) : code == ItemCode)
            return true;
        foreach (var prefix in ItemsOfKind.PrefixesOf(ItemCode))
        {
            if (code.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }
        foreach (var shared in SharedWith)
        {
            if (Names(shared, code))
                return true;
        }
        return false;
    }

    /// <summary>Whether it is that code, or a prefix with '*' of it.</summary>
    internal static bool Names(string codeOrPrefix, string code) =>
        codeOrPrefix.EndsWith('*') ? code.AsSpan().StartsWith(codeOrPrefix.AsSpan(0, codeOrPrefix.Length - 1)) : code == codeOrPrefix;

    /// <summary>Whether the row may say something else at another hour of the same day: most rows look at days.</summary>
    internal virtual bool LooksAtTheHour => false;

    /// <summary>Rules of that kind read the row beside theirs; null: a rule of its own kind must read it.</summary>
    internal virtual KnowledgeKind? ReadThrough => null;

    /// <summary>The limit itself, without item, dates and origin: two rows of an item with the same limit say the same.</summary>
    internal abstract string Sameness { get; }

    /// <summary>What the reader is told by it: rows of one item that tell the same, out of two documents, are one finding.</summary>
    internal virtual string Meaning => Sameness;

    /// <summary>What all lines of one thing share, so that the thing is told once; null: each line tells it, a pair from one side.</summary>
    internal virtual string? ToldOnceAs => null;
}
