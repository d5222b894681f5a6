namespace OrderCheck.Cli.Verbs;

/// <summary>Gathers what is wrong with several files, so that it is told in one run, and not the first of it in each of many.</summary>
internal sealed class InputFaults
{
    private readonly List<InputFault> _faults = [];

    /// <summary>What is read, or null where it can't be: its faults are kept.</summary>
    public T? Read<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (BadInputException bad)
        {
            _faults.AddRange(bad.Faults);
            return null;
        }
    }

    public void Add(InputFault fault) => _faults.Add(fault);

    /// <exception cref="BadInputException">Something is wrong: all of it, in the order in which it was read.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
            throw new BadInputException(_faults);
    }
}
