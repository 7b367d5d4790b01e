import { lazy } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Shell } from './shell/shell.js';

/** Every page is its own file on the wire: nobody loads the meetings to read a thread. */
const Home = lazy(() => import('./pages/home.js'));
const SignIn = lazy(() => import('./pages/sign-in.js'));
const SignUp = lazy(() => import('./pages/sign-up.js'));
const Verify = lazy(() => import('./pages/verify.js'));
const Cities = lazy(() => import('./pages/cities.js'));
const City = lazy(() => import('./pages/city.js'));
const Twinning = lazy(() => import('./pages/twinning.js'));
const Groups = lazy(() => import('./pages/groups.js'));
const Group = lazy(() => import('./pages/group.js'));
const Thread = lazy(() => import('./pages/thread.js'));
const Meetings = lazy(() => import('./pages/meetings.js'));
const Meeting = lazy(() => import('./pages/meeting.js'));
const Outbox = lazy(() => import('./pages/outbox.js'));
const Unsubscribe = lazy(() => import('./pages/unsubscribe.js'));
const Settings = lazy(() => import('./pages/settings.js'));
const Admin = lazy(() => import('./pages/admin.js'));
const NotFound = lazy(() => import('./pages/not-found.js'));

export function App() {
  return (
    <BrowserRouter>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Home />} />
          <Route path="sign-in" element={<SignIn />} />
          <Route path="sign-up" element={<SignUp />} />
          <Route path="verify" element={<Verify />} />
          <Route path="cities" element={<Cities />} />
          <Route path="cities/:slug" element={<City />} />
          <Route path="twinning" element={<Twinning />} />
          <Route path="groups" element={<Groups />} />
          <Route path="groups/:slug" element={<Group />} />
          <Route path="threads/:id" element={<Thread />} />
          <Route path="meetings" element={<Meetings />} />
          <Route path="meetings/:slug" element={<Meeting />} />
          <Route path="outbox" element={<Outbox />} />
          <Route path="unsubscribe" element={<Unsubscribe />} />
          <Route path="settings" element={<Settings />} />
          <Route path="admin" element={<Admin />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
