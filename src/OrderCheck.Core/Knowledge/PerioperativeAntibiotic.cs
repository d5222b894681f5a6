namespace OrderCheck.Core.Knowledge;

/// <summary>How an antibacterial may be used to prevent infection around operations (围手术期预防用药).</summary>
public sealed class PerioperativeAntibiotic : KnowledgeRow
{
    /// <summary>ICD-9-CM-3 codes of the operations, see <see cref="CodeRanges"/>.</summary>
    public required string Procedures { get; init; }

    /// <summary>The operations in words.</summary>
    public required string Operation { get; init; }

    /// <summary>Ⅰ, Ⅱ or Ⅲ.</summary>
    public required string Incision { get; init; }

    /// <summary>False: not of the drugs to prevent infection with.</summary>
    public required bool Usable { get; init; }

    /// <summary>Given at most so many minutes before the incision; null: the row says nothing of it.</summary>
    public int? MostMinutesBefore { get; init; }

    /// <summary>Given at least so many minutes before the incision, not after it; null: the row says nothing of it.</summary>
    public int? LeastMinutesBefore { get; init; }

    /// <summary>Ended within so many hours of the operation's end, of its beginning where the end is not known; null: the row says nothing of it.</summary>
    public int? MostHoursAfter { get; init; }

    /// <summary>ICD-10 codes of infections: with one of them the use is a treatment.</summary>
    public required string Infections { get; init; }

    internal override bool LooksAtTheHour => true;

    internal override string Sameness => $"{Procedures}|{Usable}|{MostMinutesBefore}|{LeastMinutesBefore}|{MostHoursAfter}";
}
