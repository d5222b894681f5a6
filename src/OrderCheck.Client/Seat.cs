namespace OrderCheck.Client;

/// <summary>Who sits at the screen. Codes only, never a name.</summary>
public sealed class Seat
{
    /// <param name="role">doctor, nurse, pharmacist, officer, head, coder or his; "" takes the key's own.</param>
    /// <param name="department">The department's code; "" if not known.</param>
    /// <param name="person">The staff code; "" if not known.</param>
    public Seat(string role = "", string department = "", string person = "")
    {
        Role = role ?? throw new ArgumentNullException(nameof(role));
        Department = department ?? throw new ArgumentNullException(nameof(department));
        Person = person ?? throw new ArgumentNullException(nameof(person));
    }

    public string Role { get; }

    public string Department { get; }

    public string Person { get; }
}
