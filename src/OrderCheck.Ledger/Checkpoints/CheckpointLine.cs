using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OrderCheck.Core.Identity;
using OrderCheck.Ledger.Chain;

namespace OrderCheck.Ledger.Checkpoints;

/// <summary>An encounter's head as a checkpoint has it: no visit number, only what one can be compared with.</summary>
/// <param name="Key">See <see cref="KeyOf"/>.</param>
/// <param name="Hash">64 hexadecimal digits.</param>
internal readonly record struct CheckpointLine(long Encounter, string Key, long Sequence, string Hash)
{
    public static CheckpointLine Of(string store, ChainMark mark) =>
        new(mark.Encounter, KeyOf(store, mark.Key), mark.Sequence, Convert.ToHexStringLower(mark.Hash.Span));

    /// <summary>An encounter's key in 16 bytes that say nothing of it to who does not have the store.</summary>
    public static string KeyOf(string store, EncounterKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{store}/{key}")).AsSpan(0, 16));

    /// <summary>Null for what is no such line.</summary>
    public static CheckpointLine? Parse(string text) =>
        text.Split(' ') is [var encounter, var key, var sequence, var hash]
        && long.TryParse(encounter, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(sequence, CultureInfo.InvariantCulture, out var last)
            ? new CheckpointLine(number, key, last, hash)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Encounter} {Key} {Sequence} {Hash}");
}
