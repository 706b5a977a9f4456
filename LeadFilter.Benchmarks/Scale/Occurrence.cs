namespace LeadFilter.Scale;

/// <summary>Something that happens at a time of the simulation.</summary>
internal abstract class Occurrence
{
    /// <summary>It happens.</summary>
    /// <param name="now">Seconds since the start.</param>
    public abstract void Happen(double now);
}
