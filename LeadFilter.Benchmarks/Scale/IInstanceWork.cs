namespace LeadFilter.Scale;

/// <summary>Something that an instance works on.</summary>
internal interface IInstanceWork
{
    /// <summary>An instance begins with it.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="instance">The instance.</param>
    void Begin(double now, Instance instance);
}
