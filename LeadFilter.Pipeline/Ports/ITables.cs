namespace LeadFilter.Pipeline.Ports;

/// <summary>The tables of this installation. They exist before the first request.</summary>
public interface ITables
{
    /// <summary>A table by its name, one of <see cref="TableNames.All"/>.</summary>
    /// <param name="name">The name.</param>
    ITable this[string name] { get; }
}
