import fc from 'fast-check'

// Whether a fault is found is asked, not the smallest world that shows it.
fc.configureGlobal({ endOnFailure: true })
