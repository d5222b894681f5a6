using OrderCheck.Cli.Csv;

namespace OrderCheck.Cli.Nhsa.DrugList;

/// <summary>One row of the national drug list.</summary>
/// <param name="Edition">The list of that year; it is in force from the first day of the next.</param>
/// <param name="Category">The class that the drugs' codes begin with.</param>
/// <param name="Class">甲 or 乙.</param>
/// <param name="Form">"" where the list names none.</param>
/// <param name="PayStandard">As it is written; "*" where it is kept secret; "" where there is none.</param>
/// <param name="Limit">The payment limit's sentence; "" where there is none.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force: the agreement's, or that before the next edition's first; null: open.</param>
internal sealed record DrugListEntry(
    DrugListPart Part, int Edition, string Category, string Class, string Name, string Form, string PayStandard, string Limit, DateOnly From, DateOnly? To, CsvRow Row)
{
    /// <summary>The document and its list, as rows name where they come from.</summary>
    public string Document => $"《国家基本医疗保险、工伤保险和生育保险药品目录（{Edition}年）》{Row["section"]}";

    /// <summary>The drugs are named by product, so that a name is a drug whatever its class.</summary>
    public bool NamesProducts => Part != DrugListPart.Western;

    public bool IsAgreement => Part is DrugListPart.NegotiatedWestern or DrugListPart.NegotiatedChineseMedicine or DrugListPart.Bid;
}
