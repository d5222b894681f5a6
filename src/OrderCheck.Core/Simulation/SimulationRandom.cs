namespace OrderCheck.Core.Simulation;

/// <summary>
/// Chance that is the same on every machine and under every version of the runtime, which System.Random does not promise.
/// The generator is xoshiro256** (Blackman and Vigna, 2018), seeded through SplitMix64.
/// </summary>
internal sealed class SimulationRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <param name="seed">The simulation's.</param>
    /// <param name="stream">Streams of one seed are independent: what one patient needs does not shift the next one's.</param>
    public SimulationRandom(int seed, int stream)
    {
        var state = ((ulong)(uint)seed << 32) | (uint)stream;
        _a = Mix(ref state);
        _b = Mix(ref state);
        _c = Mix(ref state);
        _d = Mix(ref state);
    }

    /// <summary>From 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (uint)count);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A number that is the same for a text on every machine (FNV-1a, 64 bits).</summary>
    public static ulong Hash(string text)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var character in text)
                hash = (hash ^ character) * 1099511628211UL;
            return Scramble(hash);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            var result = ulong.RotateLeft(_b * 5, 7) * 9;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = ulong.RotateLeft(_d, 45);
            return result;
        }
    }

    private static ulong Mix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            return Scramble(state);
        }
    }

    private static ulong Scramble(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
