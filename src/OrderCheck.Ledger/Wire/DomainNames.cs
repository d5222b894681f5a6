using OrderCheck.Core.Findings;

namespace OrderCheck.Ledger.Wire;

/// <summary>How domains are spelled outside: lower-case English, "payment".</summary>
public static class DomainNames
{
    public static string Write(Domain domain) => domain switch
    {
        Domain.Payment => "payment",
        Domain.Price => "price",
        Domain.Safety => "safety",
        Domain.Coding => "coding",
        Domain.Conduct => "conduct",
        Domain.Money => "money",
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, "No such domain."),
    };

    public static Domain Read(string text) => text switch
    {
        "payment" => Domain.Payment,
        "price" => Domain.Price,
        "safety" => Domain.Safety,
        "coding" => Domain.Coding,
        "conduct" => Domain.Conduct,
        "money" => Domain.Money,
        _ => throw new InvalidDataException($"{FieldReader.Quote(text)} is no domain."),
    };
}
