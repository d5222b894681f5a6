namespace OrderCheck.Client;

/// <summary>Stable reasons that this client gives by itself, in an unchecked answer's state_reasons and in a failure.</summary>
public static class ReasonCodes
{
    /// <summary>No answer within the deadline.</summary>
    public const string Deadline = "deadline";

    /// <summary>The service cannot be reached or cannot work now.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>Checks pause after repeated failures.</summary>
    public const string CircuitOpen = "circuit_open";

    /// <summary>Something else than OrderCheck answered, or the answer is broken.</summary>
    public const string UnreadableAnswer = "unreadable_answer";

    /// <summary>The service failed.</summary>
    public const string Internal = "internal";

    /// <summary>The request is not well-formed.</summary>
    public const string BadForm = "bad_form";

    /// <summary>The service refused the request for another reason than its form.</summary>
    public const string Refused = "refused";

    /// <summary>The role may not do this.</summary>
    public const string NotPermitted = "not_permitted";

    /// <summary>The API key opens nothing.</summary>
    public const string Unauthenticated = "unauthenticated";
}
