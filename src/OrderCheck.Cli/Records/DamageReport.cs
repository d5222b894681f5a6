using OrderCheck.Cli.Verbs;
using OrderCheck.Ledger.Chain;

namespace OrderCheck.Cli.Records;

/// <summary>Prints each damage as it is found.</summary>
internal sealed class DamageReport(VerbRun run)
{
    public long Count { get; private set; }

    public void Add(LedgerDamage damage)
    {
        Count++;
        run.Output.WriteLine(damage switch
        {
            { Encounter: { } encounter, Sequence: > 0 } => $"encounter {encounter}, sequence {damage.Sequence}: {damage.What}",
            { Encounter: { } encounter } => $"encounter {encounter}: {damage.What}",
            _ => damage.What,
        });
    }
}
